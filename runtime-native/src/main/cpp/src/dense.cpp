#include "dense.h"

#include "isa.h"
#include "pool.h"
#include "product.h"

namespace annotron {
namespace {

/// The least work of a part: 5 µs, a few times what it takes to hand a part to a thread that spins.
constexpr int64_t kLeastMultiplyAdds = 300'000;

/// Where a part of a product lies: some rows of all columns or some columns of all rows.
struct Block {
  int row, rows, column, columns;
};

/// Divides a product of m rows and n columns. Each part reads all of one operand, so the longer
/// side is divided, unless it is the columns and they are few: pieces of many columns are faster.
class Division {
 public:
  Division(int m, int n, int k) : m_(m), n_(n), by_columns_(n >= m && n >= kFewColumns) {
    const int64_t grains = (by_columns_ ? n : m) / kGrain;
    parts_ = pool::parts_for(static_cast<int64_t>(m) * n * k, kLeastMultiplyAdds);
    if (parts_ > grains) parts_ = grains < 1 ? 1 : static_cast<int>(grains);
  }

  int parts() const { return parts_; }

  Block block(int part) const {
    const int count = by_columns_ ? n_ : m_;
    const auto begin = static_cast<int>(pool::part_begin(count, kGrain, parts_, part));
    const auto end = static_cast<int>(pool::part_begin(count, kGrain, parts_, part + 1));
    return by_columns_ ? Block{0, m_, begin, end - begin} : Block{begin, end - begin, 0, n_};
  }

 private:
  static constexpr int kGrain = 16;
  static constexpr int kFewColumns = 128;

  int m_, n_;
  bool by_columns_;
  int parts_ = 1;
};

int64_t at(int row, int columns) { return static_cast<int64_t>(row) * columns; }

void finish_block(const Block& block, float* y, const float* bias, int units, Function function,
                  float slope) {
  y += at(block.row, units) + block.column;
  if (bias != nullptr) bias += block.column;
  if (block.columns == units) {
    isa().finish(y, bias, block.rows, units, function, slope);
    return;
  }
  for (int row = 0; row < block.rows; row++) {
    isa().finish(y + at(row, units), bias, 1, block.columns, function, slope);
  }
}

}  // namespace

Status dense(const float* x, const float* kernel, const float* bias, float* y, int rows, int in,
             int units, Function function, float slope) {
  if (rows == 1 || units == 1) {
    if (rows == 1) {
      isa().row_product(x, kernel, y, in, units);
    } else {
      isa().column_product(x, kernel, y, rows, in);
    }
    isa().finish(y, bias, rows, units, function, slope);
    return kOk;
  }
  const Division division(rows, units, in);
  return pool::try_parallel(division.parts(), [&](int part) {
    const Block b = division.block(part);
    const Status status =
        multiply({Transposed::kNo, Transposed::kNo, b.rows, b.columns, in, x + at(b.row, in), in,
                  kernel + b.column, units, y + at(b.row, units) + b.column, units});
    if (status == kOk) finish_block(b, y, bias, units, function, slope);
    return status;
  });
}

Status dense_input_gradient(const float* dy, const float* kernel, float* dx, int rows, int in,
                            int units) {
  if (rows == 1 || units == 1) {
    if (rows == 1) {
      isa().column_product(kernel, dy, dx, in, units);
    } else {
      isa().outer_product(dy, kernel, dx, rows, in);
    }
    return kOk;
  }
  const Division division(rows, in, units);
  return pool::try_parallel(division.parts(), [&](int part) {
    const Block b = division.block(part);
    return multiply({Transposed::kNo, Transposed::kYes, b.rows, b.columns, units,
                     dy + at(b.row, units), units, kernel + at(b.column, units), units,
                     dx + at(b.row, in) + b.column, in});
  });
}

Status dense_kernel_gradient(const float* x, const float* dy, float* dkernel, int rows, int in,
                             int units) {
  if (rows == 1 || units == 1) {
    if (rows == 1) {
      isa().outer_product(x, dy, dkernel, in, units);
    } else {
      isa().row_product(dy, x, dkernel, rows, in);
    }
    return kOk;
  }
  const Division division(in, units, rows);
  return pool::try_parallel(division.parts(), [&](int part) {
    const Block b = division.block(part);
    return multiply({Transposed::kYes, Transposed::kNo, b.rows, b.columns, rows, x + b.row, in,
                     dy + b.column, units, dkernel + at(b.row, units) + b.column, units});
  });
}

}  // namespace annotron
