package dev.hitlai.platform.tenancy;

import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction by telling PostgreSQL who asks. The settings are local to the
 * transaction, so a pooled connection never keeps them; a statement outside a transaction has none
 * and sees no tenant's rows.
 */
public final class TenantTransactionManager extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;

  private static final String ANNOUNCE =
      "select set_config('hitlai.role', ?, true), set_config('hitlai.user_id', ?, true),"
          + " set_config('hitlai.company_id', ?, true), set_config('hitlai.tester_id', ?, true)";

  public TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    try {
      announce(Tenancy.current());
    } catch (SQLException | RuntimeException failure) {
      doCleanupAfterCompletion(transaction);
      throw new TransactionSystemException("Can't tell the database who asks", failure);
    }
  }

  private void announce(Actor actor) throws SQLException {
    var dataSource = java.util.Objects.requireNonNull(getDataSource());
    var connection = DataSourceUtils.getConnection(dataSource);
    try (var statement = connection.prepareStatement(ANNOUNCE)) {
      statement.setString(1, actor.role().name().toLowerCase(Locale.ROOT));
      statement.setString(2, text(actor.userId()));
      statement.setString(3, text(actor.companyId()));
      statement.setString(4, text(actor.testerId()));
      statement.execute();
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static String text(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }

  @Override
  protected void prepareSynchronization(
      DefaultTransactionStatus status, TransactionDefinition definition) {
    if (status.isNewTransaction()) {
      super.prepareSynchronization(status, definition);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionActor(this, Tenancy.current()));
      return;
    }
    super.prepareSynchronization(status, definition);
    if (status.hasTransaction()) {
      refuseAnotherActor();
    }
  }

  private void refuseAnotherActor() {
    for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
      if (synchronization instanceof TransactionActor(var owner, var actor)
          && owner == this
          && !actor.equals(Tenancy.current())) {
        throw new IllegalTransactionStateException(
            "A transaction opened as %s can't be joined as %s; bind the actor before it opens."
                .formatted(actor.name(), Tenancy.current().name()));
      }
    }
  }
}
