package dev.annotron.processor.emit;

import dev.annotron.processor.ir.Node;
import java.util.List;

/** One way of computing, as Java text. */
interface OpEmitter {

  /** The statements that compute a node, in pieces that may go to methods of their own. */
  List<Piece> emit(Node node);
}
