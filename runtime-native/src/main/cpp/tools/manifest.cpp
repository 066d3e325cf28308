// Writes the list of files that the loader unpacks: checksum (CRC-32C), size and name, one a line.
// Run by the build: manifest LIST FILE...
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

uint32_t crc32c(const std::string& bytes) {
  constexpr uint32_t kReversedPolynomial = 0x82f63b78;
  uint32_t table[256];
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; bit++) {
      value = (value >> 1) ^ ((value & 1) != 0 ? kReversedPolynomial : 0);
    }
    table[i] = value;
  }
  uint32_t crc = ~0u;
  for (const char byte : bytes) crc = (crc >> 8) ^ table[(crc ^ static_cast<uint8_t>(byte)) & 0xff];
  return ~crc;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  std::ofstream list(arguments[1], std::ios::binary);
  for (int i = 2; i < count; i++) {
    const std::string path = arguments[i];
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file) {
      std::fprintf(stderr, "cannot read %s\n", path.c_str());
      return 1;
    }
    char line[32];
    std::snprintf(line, sizeof line, "%08x %zu ", crc32c(bytes), bytes.size());
    list << line << path.substr(path.rfind('/') + 1) << '\n';
  }
  return list.flush() ? 0 : 1;
}
