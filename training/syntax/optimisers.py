"""Adam for matrices, lazy Adam for embedding tables, and the running average of both."""

import torch

AVERAGE_EVERY = 8  # steps; the average of all tables is not for free


class Optimisers:
    """Table rows are touched rarely: their moments move only when they are."""

    def __init__(self, tables, others, table_factor):
        self.table_factor = table_factor
        self.others = list(others)
        self.dense = torch.optim.Adam(self.others, betas=(0.9, 0.98), eps=1e-8)
        self.tables = list(tables)
        self.sparse = torch.optim.SparseAdam(self.tables, betas=(0.9, 0.98), eps=1e-8)

    def step(self, loss, rate):
        for optimiser, factor in ((self.dense, 1.0), (self.sparse, self.table_factor)):
            optimiser.zero_grad(set_to_none=True)
            for group in optimiser.param_groups:
                group["lr"] = rate * factor
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.others, 5.0)
        for table in self.tables:
            if table.grad is not None and table.grad._nnz() == 0:  # no listed name in the batch
                table.grad = None
        self.dense.step()
        self.sparse.step()

    def state_dict(self):
        return {"dense": self.dense.state_dict(), "sparse": self.sparse.state_dict()}

    def load_state_dict(self, state):
        self.dense.load_state_dict(state["dense"])
        self.sparse.load_state_dict(state["sparse"])


class RunningAverage:
    """Exponential average of the weights, whose memory grows with the steps made."""

    def __init__(self, network, decay=0.998):
        self.decay = decay
        self.weights = {k: v.clone() for k, v in network.state_dict().items()}

    @torch.no_grad()
    def follow(self, network, step):
        if step % AVERAGE_EVERY:
            return
        decay = min(self.decay, (1 + step) / (20 + step)) ** AVERAGE_EVERY
        for key, value in network.state_dict().items():
            self.weights[key].lerp_(value, 1 - decay)
