// The value of an operation, or the error that kept it from being made. The project's only way of carrying failures:
// a defect of the program asserts instead, and a finding about a record is an answer, not an error.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "base/error.h"

namespace base {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // The value; asking for it after a failure is a defect.
  T& value() & { return *checked<0>(); }
  const T& value() const& { return *checked<0>(); }
  T&& value() && { return std::move(*checked<0>()); }

  // The error; asking for it after success is a defect.
  const Error& error() const { return *checked<1>(); }

 private:
  template <std::size_t I>
  auto* checked() {
    auto* held = std::get_if<I>(&content_);
    assert(held != nullptr);
    return held;
  }
  template <std::size_t I>
  const auto* checked() const {
    const auto* held = std::get_if<I>(&content_);
    assert(held != nullptr);
    return held;
  }

  std::variant<T, Error> content_;
};

// The outcome of an operation that makes nothing.
struct Done {};
using Status = Result<Done>;

}  // namespace base
