#include "reports/html_head.h"

#include "base/sha256.h"
#include "reports/base64.h"

namespace reports {

std::string allowed(std::string_view content) {
  std::string hexadecimal = base::sha256(content);
  std::string bytes;
  auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i < hexadecimal.size(); i += 2) {
    bytes += static_cast<char>(digit(hexadecimal[i]) * 16 + digit(hexadecimal[i + 1]));
  }
  return "'sha256-" + base64(bytes) + "'";
}

void page_head(Markup& page, std::string_view title, const std::vector<const Markup::Asset*>& styles,
               const Markup::Asset* script) {
  std::string policy = "default-src 'none'; style-src";
  for (const Markup::Asset* style : styles) policy += " " + allowed(style->text());
  if (script != nullptr) policy += "; script-src " + allowed(script->text());
  policy += "; base-uri 'none'; form-action 'none'";

  page.doctype().open("html").attribute("lang", "en-GB").open("head");
  page.lone("meta").attribute("charset", "utf-8");
  page.lone("meta").attribute("http-equiv", "Content-Security-Policy").attribute("content", policy);
  auto meta = [&](const char* name, const char* content) {
    page.lone("meta").attribute("name", name).attribute("content", content);
  };
  meta("viewport", "width=device-width, initial-scale=1");
  meta("color-scheme", "light dark");
  meta("referrer", "no-referrer");
  meta("robots", "noindex");
  page.element("title", title);
  for (const Markup::Asset* style : styles) page.embed("style", *style);
  page.close();
}

}  // namespace reports
