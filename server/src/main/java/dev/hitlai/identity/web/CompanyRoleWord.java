package dev.hitlai.identity.web;

import dev.hitlai.identity.CompanyRole;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a role from a form, which spells it as the API does and not as Java does. */
@Component
class CompanyRoleWord implements Converter<String, CompanyRole> {
  @Override
  public CompanyRole convert(String word) {
    return CompanyRole.of(word);
  }
}
