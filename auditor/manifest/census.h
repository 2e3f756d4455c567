// The Department for Education's children in need census (XML), as the open validator of Data to Insight and its sample
// files have it; element names in full there.
#pragma once

#include "manifest/manifest.h"

namespace manifest {

// A case for each referral (CINdetails), each assessment and each section 47 enquiry in it. Read piece by piece.
base::Status read_census(Source& source, const Use& use);

}  // namespace manifest
