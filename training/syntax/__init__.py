"""Training of Varde's syntax model: data, network, scores and export."""
