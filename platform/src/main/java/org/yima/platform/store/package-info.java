/**
 * The database: connections, pipelined batches of statements, numbers, and the encryption of
 * columns that hold personal data. Hides JDBC; knows no table of its own.
 */
package org.yima.platform.store;
