package dev.hitlai.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a module knows of people. Each module that keeps something about a person offers a bean of
 * it; the export of one's data and the erasure of an account ask them all.
 */
public interface PersonalRecords {
  /**
   * Everything that belongs to the person, without secrets; inside a transaction that sees
   * everything.
   *
   * @return rows by the name of a file, such as {@code sign-ins}; values that JSON can show
   */
  Map<String, List<Map<String, Object>>> of(UUID userId);

  /**
   * Forgets who the person was: deletes what is theirs alone, and takes the person out of what
   * belongs to others too. Inside the transaction of the erasure, which sees everything; told
   * again, it does nothing.
   *
   * @param email the address that the account had
   */
  void erase(UUID userId, String email);
}
