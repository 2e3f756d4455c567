// Frames that are made up for tests.
#pragma once

#include <string>
#include <vector>

#include "sampling/draw.h"

// Records a.doc, b.doc, ... (at most 26), each of the team with that letter: "NNS" are two of N and one of S.
inline sampling::Frame frame_of_teams(const std::string& teams) {
  sampling::Frame frame;
  frame.source = "the folder exports";
  frame.names = {"team"};
  for (std::size_t i = 0; i < teams.size(); ++i) {
    sampling::Candidate& one = frame.candidates.emplace_back();
    one.path = std::string(1, static_cast<char>('a' + i)) + ".doc";
    one.values = {teams[i] == '-' ? std::string() : std::string(1, teams[i])};
  }
  return frame;
}

// "c b | f": those drawn by their letters, in order, and behind the bar the reserve.
inline std::string letters(const sampling::Sample& sample) {
  std::string out;
  bool reserve = false;
  for (const sampling::Member& member : sample.members) {
    if (member.reserve && !reserve) out += out.empty() ? "|" : " |";
    reserve = reserve || member.reserve;
    out += (out.empty() ? "" : " ") + sample.frame.candidates[member.candidate].path.substr(0, 1);
  }
  return out;
}

inline sampling::Plan plan_of(std::size_t size, std::uint64_t seed = 7) {
  sampling::Plan plan;
  plan.size = size;
  plan.seed = seed;
  plan.day = "2026-11-27";
  return plan;
}
