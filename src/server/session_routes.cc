// Keeping a token in a browser, out of reach of its scripts.

#include "server/api.h"

namespace varde::server {

Response Api::begin_session(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  Body body = json_body(call.request);
  if (body.problem) return *std::move(body.problem);
  const auto token = body.json.find("token");
  if (token == body.json.end() || !token->is_string()) {
    return problem(400, "token: the token that varde token add has shown");
  }
  Response response;
  response.status = 204;
  if (!access_.needs_token()) return response;
  const auto value = token->get<std::string>();
  const auto holder = store::token_holder(&call.store, value);
  if (!holder) return store_problem(holder.error());
  if (!*holder) return unauthorised("this token is not known");
  response.set("Set-Cookie", access_.session_cookie(value, call.request.secure));
  return response;
}

Response Api::end_session(const Call& call) {
  if (const auto fault = Parameters(call.request.query).fault()) return problem(400, *fault);
  Response response;
  response.status = 204;
  response.set("Set-Cookie", access_.session_cookie("", call.request.secure));
  return response;
}

}  // namespace varde::server
