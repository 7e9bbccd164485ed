/**
 * Loading the world from CSV files: people, enrolments, credits, institutions, catalogues. Owns the
 * tables of columns and the way from a file to the database; knows no transaction.
 */
package org.yima.platform.imports;
