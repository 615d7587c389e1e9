// Work on many things at once, results in the order of the things: what makes the output the same
// whatever the number of threads.
#ifndef VARDE_CLI_ORDERED_WORK_H_
#define VARDE_CLI_ORDERED_WORK_H_

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace varde::cli {

// One thread submits and takes; `workers` threads work. The caller bounds what is in flight.
// `work` is called from several threads at once and must not throw.
template <class In, class Out>
class OrderedWork {
 public:
  OrderedWork(size_t workers, std::function<Out(In)> work) : work_(std::move(work)) {
    for (size_t i = 0; i < workers; ++i) threads_.emplace_back([this] { serve(); });
  }

  ~OrderedWork() {
    {
      const std::lock_guard lock(mutex_);
      closing_ = true;
    }
    work_waits_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  void submit(In in) {
    auto task = std::make_shared<Task>(Task{std::move(in), Out(), false});
    tasks_.push_back(task);
    {
      const std::lock_guard lock(mutex_);
      open_.push_back(std::move(task));
    }
    work_waits_.notify_one();
  }

  size_t in_flight() const { return tasks_.size(); }

  // Whether take() would return at once.
  bool ready() {
    if (tasks_.empty()) return false;
    const std::lock_guard lock(mutex_);
    return tasks_.front()->done;
  }

  // The result of the thing submitted first, waiting for it; something must be in flight.
  Out take() {
    const std::shared_ptr<Task> task = std::move(tasks_.front());
    tasks_.pop_front();
    std::unique_lock lock(mutex_);
    result_waits_.wait(lock, [&] { return task->done; });
    return std::move(task->out);
  }

 private:
  struct Task {
    In in;
    Out out;
    bool done;
  };

  void serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_waits_.wait(lock, [this] { return closing_ || !open_.empty(); });
      if (closing_) return;
      const std::shared_ptr<Task> task = std::move(open_.front());
      open_.pop_front();
      lock.unlock();
      Out out = work_(std::move(task->in));
      lock.lock();
      task->out = std::move(out);
      task->done = true;
      result_waits_.notify_one();
    }
  }

  std::function<Out(In)> work_;
  std::deque<std::shared_ptr<Task>> tasks_;  // of the submitting thread only, in order
  std::mutex mutex_;
  std::condition_variable work_waits_;
  std::condition_variable result_waits_;
  std::deque<std::shared_ptr<Task>> open_;  // not begun
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace varde::cli

#endif  // VARDE_CLI_ORDERED_WORK_H_
