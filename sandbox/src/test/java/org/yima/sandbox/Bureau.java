package org.yima.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.yima.platform.Office;
import org.yima.platform.imports.ImportReport;
import org.yima.platform.imports.Imports;

/** What an operator has: settings, the database behind them, and files to load. */
final class Bureau implements AutoCloseable {
  final ConfigurableApplicationContext office;
  private final Connection connection;

  private Bureau(ConfigurableApplicationContext office, Connection connection) {
    this.office = office;
    this.connection = connection;
  }

  /**
   * @param columns the file of column keys, with the sandbox's password
   */
  static Bureau open(String databaseUrl, Path folder, Path columns) {
    try {
      Path settings = folder.resolve("yima.properties");
      Files.writeString(
          settings,
          """
          spring.datasource.url=%s
          spring.datasource.username=postgres
          yima.keys.columns=%s
          yima.keys.password=%s
          """
              .formatted(databaseUrl, columns, KeyFolder.PASSWORD));
      return new Bureau(Office.open(settings), DriverManager.getConnection(databaseUrl));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  <T> T get(Class<T> type) {
    return office.getBean(type);
  }

  /** Loads a file given as lines. */
  ImportReport load(String kind, String... lines) {
    byte[] file = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return get(Imports.class)
        .load(new Imports.Source(kind, kind + ".csv", "01"), new ByteArrayInputStream(file));
  }

  /** Rows, their columns joined by blanks. */
  List<String> rows(String query) {
    try (var statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join(" ", row));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  String one(String query) {
    return rows(query).getFirst();
  }

  void tell(String change) {
    try (var statement = connection.createStatement()) {
      statement.execute(change);
    } catch (SQLException e) {
      throw new IllegalStateException(change, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      office.close();
    }
  }
}
