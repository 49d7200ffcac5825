package dev.hitlai.identity.internal;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import dev.hitlai.identity.AuthMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Short-lived signed tokens that say who logged in and for which company. */
@Component
class AccessTokens {
  private static final String ISSUER = "hitlai";
  private static final String COMPANY = "company";
  private static final JwsHeader HEADER = JwsHeader.with(MacAlgorithm.HS256).build();

  private final NimbusJwtEncoder encoder;
  private final NimbusJwtDecoder decoder;
  private final Clock clock;
  private final Duration lifetime;

  AccessTokens(SigningKeys keys, Clock clock, IdentitySettings settings) {
    var key = keys.current();
    this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
    this.decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    this.clock = clock;
    this.lifetime = settings.accessToken();
    var time = new JwtTimestampValidator(Duration.ZERO);
    time.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(time, new JwtIssuerValidator(ISSUER)));
  }

  Duration lifetime() {
    return lifetime;
  }

  String issue(UUID userId, @Nullable UUID companyId) {
    Instant now = clock.instant();
    var claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .subject(userId.toString())
            .issuedAt(now)
            .expiresAt(now.plus(lifetime));
    if (companyId != null) {
      claims.claim(COMPANY, companyId.toString());
    }
    return encoder.encode(JwtEncoderParameters.from(HEADER, claims.build())).getTokenValue();
  }

  /** Null for anything but a token of ours that is still good. */
  Principals.@Nullable Claim read(String token) {
    try {
      Jwt jwt = decoder.decode(token);
      String company = jwt.getClaimAsString(COMPANY);
      Instant issued = jwt.getIssuedAt();
      return issued == null
          ? null
          : new Principals.Claim(
              UUID.fromString(jwt.getSubject()),
              company == null ? null : UUID.fromString(company),
              false,
              // The token knows whole seconds only; a password changed in the same one stands.
              issued.plusMillis(999),
              AuthMethod.JWT);
    } catch (JwtException refused) {
      return null;
    }
  }
}
