package dev.hitlai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VaultTest {
  private final Vault vault = new Vault(Secrets.bytes(32));

  @Test
  void opensWhatItSealedAndNobodyElseDoes() {
    byte[] sealed = vault.seal("webhook", "whsec_ä");
    assertThat(vault.open("webhook", sealed)).isEqualTo("whsec_ä");
    assertThat(vault.seal("webhook", "whsec_ä")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> vault.open("another use", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Vault(Secrets.bytes(32)).open("webhook", sealed))
        .hasMessageContaining("hitlai.secret-key");
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> vault.open("webhook", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void knowsItsOwnSignatureForTheSameUseOnly() {
    String signature = vault.sign("unsubscribe", "ada");
    assertThat(vault.signed("unsubscribe", "ada", signature)).isTrue();
    assertThat(vault.signed("unsubscribe", "bob", signature)).isFalse();
    assertThat(vault.signed("log in", "ada", signature)).isFalse();
  }
}
