// The summary that Office keeps of a document beside it ([MS-OLEPS], stream "\5SummaryInformation").
#pragma once

#include <string>
#include <string_view>

namespace readers {

// The title in UTF-8; empty where there is none or the stream cannot be read.
std::string title_of_summary(std::string_view stream);

}  // namespace readers
