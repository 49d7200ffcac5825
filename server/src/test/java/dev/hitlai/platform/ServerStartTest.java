package dev.hitlai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Clock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ServerStartTest {
  @Autowired private DSLContext sql;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Scheduler scheduler;
  @Autowired private TestDatabase database;
  @Autowired private Clock clock;

  @Test
  void connectsAsTheApplicationsRole() {
    assertThat(sql.fetchValue("select current_user")).isEqualTo("hitlai_app");
  }

  @Test
  void schedulesTheJobsThatKeepTheDatabase() {
    assertThat(scheduler.getScheduledExecutions())
        .extracting(execution -> execution.getTaskInstance().getTaskName())
        .contains("partitions", "resubmit-events");
  }
}
