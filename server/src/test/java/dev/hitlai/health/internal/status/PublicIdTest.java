package dev.hitlai.health.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicIdTest {
  @Test
  void isTwelveLowerCaseLettersAndDigitsAndHardlyEverTheSame() {
    var random = new Random(42);
    var ids = new HashSet<String>();
    for (int i = 0; i < 20_000; i++) {
      String id = PublicId.of(new UUID(random.nextLong(), random.nextLong()));
      assertThat(id).matches("[a-z0-9]{12}");
      ids.add(id);
    }
    assertThat(ids).hasSize(20_000);
  }

  @Test
  void staysTheSameForARowForEver() {
    // Addresses with it stand in mails and feed readers: another result breaks them.
    assertThat(PublicId.of(UUID.fromString("00000000-0000-7000-8000-000000000001")))
        .isEqualTo(PublicId.of(UUID.fromString("00000000-0000-7000-8000-000000000001")))
        .isEqualTo("8eadcot2116b");
  }
}
