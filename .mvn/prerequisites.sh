# Sourced by mvnw. Finds a JDK 25 and the C++ tools, or says in one line what is missing and how to get it.

annotron_missing() {
  printf 'mvnw: %s\n' "$1" >&2
  exit 1
}

# The major version of the JDK in the directory $1, or nothing if it is none.
annotron_jdk_version() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

annotron_java_on_path() {
  java="$(command -v java)" || return 0
  java="$(readlink -f "$java" 2>/dev/null)" || return 0
  printf %s "${java%/bin/java}"
}

# Looks for a JDK 25 first, then for any newer one.
annotron_find_jdk() {
  set +f
  for compare in -eq -ge; do
    for jdk in "${JAVA_HOME-}" "${JDK_25_HOME-}" "$(annotron_java_on_path)" \
      /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
      version="$(annotron_jdk_version "$jdk")"
      if [ "${version:-0}" $compare 25 ]; then
        JAVA_HOME="$jdk"
        set -f
        return 0
      fi
    done
  done
  set -f
  return 1
}

annotron_find_cxx() {
  [ -n "${CXX-}" ] || command -v c++ >/dev/null || command -v g++ >/dev/null || command -v clang++ >/dev/null ||
    annotron_missing 'no C++ compiler found; please: apt-get install g++ cmake make'
  command -v cmake >/dev/null || annotron_missing 'CMake not found; please: apt-get install cmake'
  command -v make >/dev/null || [ -n "${CMAKE_GENERATOR-}" ] || annotron_missing 'make not found; please: apt-get install make'
}

annotron_find_jdk || annotron_missing 'no JDK 25 found in JAVA_HOME, on PATH or in /usr/lib/jvm; please: apt-get install openjdk-25-jdk (where Debian has none: temurin-25-jdk from Adoptium)'
# Maven itself runs on it too: the formatter parses with the javac of the Java it runs on.
export JAVA_HOME
export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"

case "$(uname) $* " in
*" -DskipNative "*) ;;
Linux*) annotron_find_cxx ;;
esac
