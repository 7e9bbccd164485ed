package org.yima.platform.store;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where connections come from; whoever uses the database waits until its tables are there. */
@Configuration
class Connections {
  @Bean
  @DependsOnDatabaseInitialization
  Database database(DataSource source) {
    return new Database(source);
  }
}
