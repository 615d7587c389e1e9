// What is on the other end of the standard streams.
#ifndef VARDE_CLI_TERMINAL_H_
#define VARDE_CLI_TERMINAL_H_

namespace varde::cli {

enum class Stream { kIn = 0, kOut = 1, kError = 2 };

bool is_terminal(Stream stream);

// Columns: of the terminal, else of the environment variable COLUMNS, else 100.
int terminal_width(Stream stream);

// Whether to colour: only on a terminal that can, and never when NO_COLOR is set
// (https://no-color.org).
bool wants_colour(Stream stream);

}  // namespace varde::cli

#endif  // VARDE_CLI_TERMINAL_H_
