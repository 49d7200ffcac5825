package dev.hitlai.notifications.internal.mail;

import dev.hitlai.identity.Users;
import dev.hitlai.notifications.internal.centre.Digests;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the daily mails of those whose hour has come; for a system's actor. */
@Component
public class DigestMails {
  private static final int AT_A_TIME = 100;

  private final Digests digests;
  private final Mails mails;
  private final Users users;
  private final TransactionOperations transactions;

  DigestMails(Digests digests, Mails mails, Users users, TransactionOperations transactions) {
    this.digests = digests;
    this.mails = mails;
    this.users = users;
    this.transactions = transactions;
  }

  public void send() {
    List<UUID> due = digests.due(AT_A_TIME);
    while (!due.isEmpty()) {
      due.forEach(this::send);
      due = digests.due(AT_A_TIME);
    }
  }

  private void send(UUID userId) {
    transactions.executeWithoutResult(
        _ -> {
          var entries = digests.take(userId);
          if (!entries.isEmpty()) {
            // An account that is gone by now gets nothing, and what waited for it goes.
            users
                .find(userId)
                .ifPresent(
                    user ->
                        mails.write(
                            entries,
                            new Recipient(userId, user.email(), user.displayName(), user.type())));
          }
        });
  }
}
