package dev.hitlai.api;

/**
 * The part of a list that is asked for, {@code ?limit=20&offset=40}; a controller takes it as an
 * argument.
 *
 * @param limit rows, 1 to 100 (20 when not given)
 * @param offset rows before them, 0 to 1,000,000
 */
public record PageRequest(int limit, int offset) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAXIMUM_LIMIT = 100;
  public static final int MAXIMUM_OFFSET = 1_000_000;

  public PageRequest {
    if (limit < 1 || limit > MAXIMUM_LIMIT) {
      throw ApiProblem.invalid("limit", "must be a whole number from 1 to " + MAXIMUM_LIMIT);
    }
    if (offset < 0 || offset > MAXIMUM_OFFSET) {
      throw ApiProblem.invalid("offset", "must be a whole number from 0 to " + MAXIMUM_OFFSET);
    }
  }
}
