#pragma once

/// A function that Java calls; all others are hidden.
#define ANNOTRON_EXPORT extern "C" __attribute__((visibility("default")))
