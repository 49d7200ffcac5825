package dev.hitlai.identity.internal;

import dev.hitlai.identity.CurrentUser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request whose principal is known. */
final class Signed extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient CurrentUser user;

  Signed(CurrentUser user) {
    super(AuthorityUtils.createAuthorityList("ROLE_" + user.type().name()));
    this.user = user;
    setAuthenticated(true);
  }

  @Override
  public CurrentUser getPrincipal() {
    return user;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return user.userId().toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signed signed && signed.user.equals(user);
  }

  @Override
  public int hashCode() {
    return Objects.hash(user);
  }
}
