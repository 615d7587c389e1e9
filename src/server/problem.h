// Errors as the API answers them: problem documents (RFC 9457).
#ifndef VARDE_SERVER_PROBLEM_H_
#define VARDE_SERVER_PROBLEM_H_

#include <string>

#include "server/message.h"

namespace varde::server {

// `detail` says what to do, and is shown to people.
Response problem(int status, const std::string& detail);

// 401, with the way to show who asks (RFC 9110, 11.6.1).
Response unauthorised(const std::string& detail);

// The words that belong to a status, such as "Not Found".
const char* title_of(int status);

}  // namespace varde::server

#endif  // VARDE_SERVER_PROBLEM_H_
