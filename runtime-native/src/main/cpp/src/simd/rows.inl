// Rows of a matrix as they lie in memory, which are steps of the depth where it is transposed.

namespace annotron {
namespace ANNOTRON_ISA {

/// Rows one behind the other.
struct Strided {
  const float* first;
  int64_t stride;

  ANNOTRON_MEMBER const float* at(int row) const { return first + row * stride; }
};

/// Rows wherever each lies, from a column on, up to the end of a list.
struct Listed {
  const float* const* rows;
  int64_t column;
  const float* const* end;

  ANNOTRON_MEMBER const float* at(int row) const { return rows[row] + column; }
  bool has(int row) const { return row < end - rows; }
};

/// Either.
struct Rows {
  Strided strided;
  Listed listed{nullptr, 0, nullptr};

  bool is_listed() const { return listed.rows != nullptr; }
  const float* at(int row) const { return is_listed() ? listed.at(row) : strided.at(row); }
  /// Those from a row and a column on.
  Rows from(int row, int column) const {
    if (is_listed()) return {strided, {listed.rows + row, listed.column + column, listed.end}};
    return {{strided.at(row) + column, strided.stride}};
  }
};

}  // namespace ANNOTRON_ISA
}  // namespace annotron
