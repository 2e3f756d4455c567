// The system calls that a worker may make, as a filter in the kernel.
#pragma once

namespace batch {

// Installs the filter for this process; false where the kernel or the processor has none. Needs PR_SET_NO_NEW_PRIVS.
// Calls that start programs or processes or reach the network end the process; anything else not on the list fails
// with EPERM, as libraries that only probe for a file expect.
bool allow_only_a_workers_calls();

}  // namespace batch
