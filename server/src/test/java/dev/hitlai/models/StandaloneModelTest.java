package dev.hitlai.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandaloneModelTest {
  private static StandaloneModel of(String model, Map<String, String> environment) {
    return StandaloneModel.of(model, "1,0.5,2", BigDecimal.ONE, environment);
  }

  @Test
  void saysWhichKeyOrAddressIsMissing() {
    assertThatThrownBy(() -> of("openai:any", Map.of()))
        .hasMessageContaining("HITLAI_MODELS_KEYS_OPENAI");
    assertThatThrownBy(() -> of("gpu-1:any", Map.of()))
        .hasMessageContaining("HITLAI_MODELS_URL_GPU_1");
    assertThatThrownBy(() -> of("openai", Map.of())).hasMessageContaining("PROVIDER:NAME");
    assertThatThrownBy(() -> StandaloneModel.of("ollama:any", "cheap", BigDecimal.ONE, Map.of()))
        .hasMessageContaining("IN,CACHED,OUT");
  }

  @Test
  void isReadyWithWhatTheEnvironmentHolds() {
    assertThat(of("openai:any", Map.of("HITLAI_MODELS_KEYS_OPENAI", "sk")).summary())
        .isEqualTo("model openai:any: 0 calls, 0 of them without an answer, 0 tokens, $0");
    assertThat(of("gpu-1:any", Map.of("HITLAI_MODELS_URL_GPU_1", "http://127.0.0.1:9/v1")).minds())
        .isNotNull();
  }
}
