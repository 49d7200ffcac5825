package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Platform;
import dev.hitlai.aitester.TestPlan.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceProfileTest {
  private static final URI START = URI.create("https://example.org");

  @Test
  void showsThePlatformAsItIsWithoutZoom() {
    assertThat(DeviceProfile.of(settings(persona(1, false), Platform.DESKTOP)))
        .isEqualTo(new DeviceProfile(1440, 900, 1, false));
  }

  @Test
  void makesFewerAndLargerPixelsOfTheSameScreenForEnlargedText() {
    var profile = DeviceProfile.of(settings(persona(1.25, false), Platform.DESKTOP));
    assertThat(profile).isEqualTo(new DeviceProfile(1152, 720, 1.25, false));
  }

  @Test
  void neverMakesAViewportNarrowerThanAnyBrowserWindow() {
    var profile = DeviceProfile.of(settings(persona(4, false), Platform.PHONE));
    assertThat(profile).isEqualTo(new DeviceProfile(200, 211, 12, true));
  }

  @Test
  void givesThePersonsWishesToTheBrowser() {
    var settings = settings(persona(1, true), Platform.PHONE);
    var options = DeviceProfile.of(settings).contextOptions(settings);
    assertThat(options.colorScheme).contains(ColorScheme.DARK);
    assertThat(options.reducedMotion).contains(ReducedMotion.REDUCE);
    assertThat(options.locale).isEqualTo("de-DE");
    assertThat(options.hasTouch).isTrue();
    assertThat(options.isMobile).isTrue();
    assertThat(options.userAgent).isEqualTo(Platform.PHONE.userAgent());
  }

  @Test
  void opensEveryRunAtTheSamePlaceWithNothingAllowed() {
    var settings = settings(persona(1, false), Platform.DESKTOP);
    var options = DeviceProfile.of(settings).contextOptions(settings);
    assertThat(options.timezoneId).isEqualTo("UTC");
    assertThat(options.acceptDownloads).isFalse();
    assertThat(options.permissions).isEmpty();
    assertThat(options.serviceWorkers).isEqualTo(ServiceWorkerPolicy.BLOCK);
    assertThat(options.userAgent).isNull();
    assertThat(options.httpCredentials).isNull();
    assertThat(options.storageStatePath).isNull();
  }

  @Test
  void signsInWithWhatTheRequestGave() {
    var settings =
        new SessionSettings(
            START,
            persona(1, false),
            Platform.DESKTOP,
            AllowedHosts.of(START, Set.of()),
            new Credentials("ada", "secret"),
            Path.of("state.json"),
            Duration.ofSeconds(5));
    var options = DeviceProfile.of(settings).contextOptions(settings);
    assertThat(options.httpCredentials.username).isEqualTo("ada");
    assertThat(options.httpCredentials.password).isEqualTo("secret");
    assertThat(options.storageStatePath).isEqualTo(Path.of("state.json"));
  }

  private static SessionSettings settings(Persona persona, Platform platform) {
    return new SessionSettings(
        START,
        persona,
        platform,
        AllowedHosts.of(START, Set.of()),
        null,
        null,
        Duration.ofSeconds(5));
  }

  private static Persona persona(double zoom, boolean wishes) {
    return new Persona(
        "somebody",
        "Somebody",
        40,
        Persona.TechLiteracy.MEDIUM,
        Persona.Eyesight.NORMAL,
        4.5,
        zoom,
        Persona.Navigation.MIXED,
        Persona.Input.MOUSE,
        24,
        3,
        true,
        true,
        wishes,
        wishes,
        false,
        "de-DE",
        List.of());
  }
}
