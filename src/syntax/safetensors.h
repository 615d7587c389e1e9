// The container of model files under the names that this room uses.
#ifndef VARDE_SYNTAX_SAFETENSORS_H_
#define VARDE_SYNTAX_SAFETENSORS_H_

#include "base/safetensors.h"

namespace varde::syntax {

using varde::Dtype;
using varde::element_size;
using varde::nests_deeper_than;
using varde::Safetensors;
using varde::Tensor;
using varde::to_string;

}  // namespace varde::syntax

#endif  // VARDE_SYNTAX_SAFETENSORS_H_
