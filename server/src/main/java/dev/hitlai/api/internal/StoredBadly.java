package dev.hitlai.api.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads from a refusal of the database whether the request was to blame. */
final class StoredBadly {
  private static final String UNIQUE = "23505";
  private static final String NOT_IN_ENCODING = "22021";
  private static final String UNTRANSLATABLE = "22P05";

  private StoredBadly() {}

  /** Null when the request wasn't to blame. */
  static @Nullable ApiProblem of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        return of(refused.getSQLState());
      }
    }
    return null;
  }

  private static @Nullable ApiProblem of(String state) {
    return switch (state) {
      case UNIQUE -> ApiProblem.conflict("This exists already.");
      case NOT_IN_ENCODING, UNTRANSLATABLE ->
          new ApiProblem(
              ErrorCode.VALIDATION_ERROR, "The request contains a character that can't be kept.");
      default -> null;
    };
  }
}
