// Loads the writer of Parquet, which is no part of the program (parquet/parquet_file.h says why).
#ifndef VARDE_OUTPUT_PARQUET_MODULE_H_
#define VARDE_OUTPUT_PARQUET_MODULE_H_

#include "parquet/parquet_file.h"

namespace varde {

// The module's function. Where the module is not there or cannot be loaded, the error says how to
// get it.
Result<OpenParquet*> load_parquet();

}  // namespace varde

#endif  // VARDE_OUTPUT_PARQUET_MODULE_H_
