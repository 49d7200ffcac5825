package dev.hitlai.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API's limits and stored answers need to know of the principal. */
public interface Caller {
  /** Names the account or key that a limit counts for. */
  String limitKey();

  UUID userId();

  @Nullable UUID companyId();
}
