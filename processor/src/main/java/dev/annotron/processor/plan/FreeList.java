package dev.annotron.processor.plan;

import dev.annotron.processor.plan.MemoryPlan.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A growing line of memory from which pieces are taken at the first place where they fit. */
final class FreeList {
  private final List<Slot> used = new ArrayList<>();
  private int size;

  Slot take(int length) {
    int at = 0;
    for (Slot slot : used) {
      if (slot.at() - at >= length) {
        break;
      }
      at = Math.addExact(slot.at(), slot.size());
    }
    Slot taken = new Slot(at, length);
    used.add(taken);
    used.sort(Comparator.comparingInt(Slot::at));
    size = Math.max(size, Math.addExact(at, length));
    return taken;
  }

  void giveBack(Slot slot) {
    if (!used.remove(slot)) {
      throw new IllegalStateException("given back twice: " + slot);
    }
  }

  /** The most that was ever in use. */
  int size() {
    return size;
  }
}
