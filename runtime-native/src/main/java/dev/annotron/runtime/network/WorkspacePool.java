package dev.annotron.runtime.network;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Workspaces that are not in use, for any number of threads and without locks. A thread that finds
 * none gets a new one; one that finds no place to give its own back drops it.
 */
final class WorkspacePool<S> {
  private static final int PLACES = 16;

  private final Storage<S> storage;
  private final Layout layout;
  private final AtomicReference<@Nullable Workspace<S>>[] places;

  WorkspacePool(Storage<S> storage, Layout layout) {
    this.storage = storage;
    this.layout = layout;
    this.places = places();
  }

  /** A workspace with room for {@code rows} samples or more. */
  Workspace<S> take(int rows) {
    int start = place();
    for (int i = 0; i < PLACES; i++) {
      AtomicReference<@Nullable Workspace<S>> place = places[start + i & PLACES - 1];
      Workspace<S> found = place.get() == null ? null : place.getAndSet(null);
      if (found != null && found.rows() >= rows) {
        return found;
      }
    }
    return Workspace.of(storage, layout, rows);
  }

  /**
   * Gives a workspace back that {@link #take} gave out. Two threads may take the same place for
   * empty at once; then one workspace is lost, and some later call makes a new one. That is rare,
   * and an exchange here would cost every call 10 ns.
   */
  void give(Workspace<S> workspace) {
    int start = place();
    for (int i = 0; i < PLACES; i++) {
      AtomicReference<@Nullable Workspace<S>> place = places[start + i & PLACES - 1];
      if (place.get() == null) {
        place.setRelease(workspace);
        return;
      }
    }
  }

  // Threads start at different places, so that each mostly meets its own workspace again.
  private static int place() {
    return (int) Thread.currentThread().threadId() & PLACES - 1;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
  private static <S> AtomicReference<@Nullable Workspace<S>>[] places() {
    AtomicReference[] places = new AtomicReference[PLACES];
    for (int i = 0; i < PLACES; i++) {
      places[i] = new AtomicReference<>();
    }
    return places;
  }
}
