package dev.hitlai.notifications.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class StandardSignatureTest {
  /** The example of the specification. */
  @Test
  void signsTheExampleOfTheSpecification() {
    assertThat(
            StandardSignature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void makesSecretsOfTheLengthThatTheSpecificationAsksFor() {
    String secret = StandardSignature.secret();
    assertThat(secret).startsWith("whsec_").isNotEqualTo(StandardSignature.secret());
    assertThat(Base64.getDecoder().decode(secret.substring(6)).length).isBetween(24, 64);
  }
}
