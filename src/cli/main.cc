#include "cli/command.h"

int main(int argc, char** argv) { return varde::cli::run(argc, argv); }
