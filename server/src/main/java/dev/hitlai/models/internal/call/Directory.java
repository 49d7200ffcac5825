package dev.hitlai.models.internal.call;

import dev.hitlai.models.ModelRequest;
import java.util.List;
import java.util.Optional;

/** Which models there are and which of them a request goes to. */
public interface Directory {

  /** In the order in which they are asked; empty when none may be. */
  List<Target> route(ModelRequest request);

  /** One by its key, also when it is out of routing. */
  Optional<Target> named(String version);
}
