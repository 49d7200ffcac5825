package dev.hitlai.testing.internal.personas;

import static dev.hitlai.testing.internal.jooq.Tables.PERSONAS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the shipped personas in the database up to this version's, at every start. */
@Component
class PersonaShipment implements ApplicationRunner {
  private final DSLContext sql;
  private final TransactionTemplate transactions;

  PersonaShipment(DSLContext sql, TransactionTemplate transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Tenancy.run(
        Actor.system("persona shipment"),
        () -> transactions.executeWithoutResult(_ -> ShippedPersonas.all().forEach(this::unpack)));
  }

  private void unpack(Persona persona) {
    var columns = PersonaColumns.of(persona);
    sql.insertInto(PERSONAS)
        .set(columns)
        .set(PERSONAS.NAME, persona.name())
        .onConflict(PERSONAS.COMPANY_ID, PERSONAS.NAME)
        .doUpdate()
        .set(columns)
        .execute();
  }
}
