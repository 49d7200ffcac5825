package dev.hitlai.platform.jooq;

import java.sql.SQLException;
import java.sql.Types;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;

/**
 * Text for columns that aren't text: enums, citext, inet. The parameter is sent without a type, so
 * that PostgreSQL takes the column's own — a varchar would be refused by an enum, and would make a
 * comparison with citext case-sensitive.
 */
public final class UntypedTextBinding extends AbstractBinding<Object, String> {
  private static final long serialVersionUID = 1L;

  @Override
  public Converter<Object, String> converter() {
    return Converter.ofNullable(Object.class, String.class, Object::toString, text -> text);
  }

  @Override
  public void sql(BindingSQLContext<String> context) throws SQLException {
    if (context.render().paramType() == ParamType.INLINED) {
      context.render().visit(DSL.inline(context.value()));
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public void set(BindingSetStatementContext<String> context) throws SQLException {
    if (context.value() == null) {
      context.statement().setNull(context.index(), Types.OTHER);
    } else {
      context.statement().setObject(context.index(), context.value(), Types.OTHER);
    }
  }

  @Override
  public void get(BindingGetResultSetContext<String> context) throws SQLException {
    context.value(context.resultSet().getString(context.index()));
  }
}
