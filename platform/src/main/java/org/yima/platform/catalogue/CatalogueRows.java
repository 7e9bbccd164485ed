package org.yima.platform.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Database;

/**
 * Tables {@code item} and {@code disease} as they are handed out, and {@code catalogue_version}.
 */
@Component
final class CatalogueRows {
  private static final String VERSION =
      "select version from catalogue_version where district = ? and catalogue = ?";

  private static final String VERSIONS =
      """
      select district || ' ' || catalogue || ' ' || version from catalogue_version
       order by district, catalogue
      """;

  private final Database database;

  CatalogueRows(Database database) {
    this.database = database;
  }

  /** What can be downloaded; each row as texts in the order of the columns. */
  enum Catalogue {
    /** 收费项目目录. The share is in 1, the ceiling in yuan. */
    ITEM(
        "code name class upfront ceiling herb from until",
        """
        select code, name, class, trim_scale(upfront_ratio / 10000.0)::text,
               (ceiling_price / 100.0)::numeric(16, 2)::text,
               case when herb then '1' else '0' end, valid_from::text, valid_to::text
          from item where district = ? and version > ? order by code, valid_from
        """),
    /** 疾病目录 ka19. Categories are separated by blanks. */
    DISEASE(
        "code name categories from until",
        """
        select code, name, array_to_string(categories, ' '), valid_from::text, valid_to::text
          from disease where district = ? and version > ? order by code
        """);

    private final String columns;
    private final String query;

    Catalogue(String columns, String query) {
      this.columns = columns;
      this.query = query;
    }

    /** The field check has let the names of this list through alone. */
    static Catalogue named(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    List<String> columns() {
      return List.of(columns.split(" ", -1));
    }

    private List<String> texts(ResultSet row) throws SQLException {
      var texts = new ArrayList<String>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        String text = row.getString(i);
        texts.add(text == null ? "" : text);
      }
      return texts;
    }
  }

  Answer<Long> version(Batch batch, String district, Catalogue catalogue) {
    return batch.ask(VERSION, row -> row.getLong(1), district, catalogue.wire());
  }

  /** The versions of all catalogues, to see whether any of them has moved. */
  List<String> versions() {
    var batch = new Batch();
    var all = batch.ask(VERSIONS, row -> row.getString(1));
    database.query(batch);
    return all.rows();
  }

  /** Gives every row that has changed after a version, one at a time. */
  void changed(String district, Catalogue catalogue, long after, Consumer<List<String>> take) {
    database.stream(catalogue.query, catalogue::texts, take, district, after);
  }
}
