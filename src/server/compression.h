// Answers made smaller for those who accept it (gzip, RFC 1952).
#ifndef VARDE_SERVER_COMPRESSION_H_
#define VARDE_SERVER_COMPRESSION_H_

#include "server/message.h"

namespace varde::server {

// Compresses the body where that is worth it. Streams are left alone.
void compress(const Request& request, Response* response);

}  // namespace varde::server

#endif  // VARDE_SERVER_COMPRESSION_H_
