package dev.hitlai.models.internal;

import dev.hitlai.testers.BuiltInEngine;
import dev.hitlai.testers.ModelAvailability;
import dev.hitlai.testers.PricedItem;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** As long as no keys and no machines of models can be set up, the built-in engine is alone. */
@Component
class OnlyBuiltInEngine implements ModelAvailability {
  @Override
  public Optional<String> obstacle(String provider, String version) {
    if (provider.equals(BuiltInEngine.PROVIDER)) {
      return version.equals(BuiltInEngine.VERSION)
          ? Optional.empty()
          : Optional.of("This version doesn't run on this server.");
    }
    boolean foreign =
        PricedItem.of(provider)
            .filter(item -> item.category().equals("ai_third_party"))
            .isPresent();
    return Optional.of(
        foreign
            ? "No model key is set up on this server."
            : "No machine with this model is set up for this server.");
  }
}
