// The readers that read() chooses among. Each fills one Document from bytes that sniff() took for its format.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace readers {

struct Means;

base::Result<document::Document> read_doc(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_docx(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_html(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_mhtml(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_odt(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_rtf(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_pdf(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_pdf(std::string_view bytes, const std::string& name, const Means& means);
base::Result<document::Document> read_text(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_word_xml(std::string_view bytes, const std::string& name);
base::Result<document::Document> read_xml(std::string_view bytes, const std::string& name);

}  // namespace readers
