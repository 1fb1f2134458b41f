/* odbc_calls.h: the calls to unixODBC's driver manager, which is loaded when the first query asks for a data source.
 * Private to sql. */
#ifndef READ_ODBC_CALLS_H
#define READ_ODBC_CALLS_H

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>
#include <stdbool.h>

/* CALL(name, arguments) for each, as its header has it; all return an SQLRETURN. */
#define ODBC_CALLS(CALL)                                                                                               \
	CALL(AllocHandle, (SQLSMALLINT, SQLHANDLE, SQLHANDLE *))                                                       \
	CALL(FreeHandle, (SQLSMALLINT, SQLHANDLE))                                                                     \
	CALL(SetEnvAttr, (SQLHENV, SQLINTEGER, SQLPOINTER, SQLINTEGER))                                                \
	CALL(SetConnectAttrW, (SQLHDBC, SQLINTEGER, SQLPOINTER, SQLINTEGER))                                           \
	CALL(SetStmtAttrW, (SQLHSTMT, SQLINTEGER, SQLPOINTER, SQLINTEGER))                                             \
	CALL(DriverConnectW,                                                                                           \
	     (SQLHDBC, SQLHWND, SQLWCHAR *, SQLSMALLINT, SQLWCHAR *, SQLSMALLINT, SQLSMALLINT *, SQLUSMALLINT))        \
	CALL(Disconnect, (SQLHDBC))                                                                                    \
	CALL(GetInfoW, (SQLHDBC, SQLUSMALLINT, SQLPOINTER, SQLSMALLINT, SQLSMALLINT *))                                \
	CALL(EndTran, (SQLSMALLINT, SQLHANDLE, SQLSMALLINT))                                                           \
	CALL(ExecDirectW, (SQLHSTMT, SQLWCHAR *, SQLINTEGER))                                                          \
	CALL(Cancel, (SQLHSTMT))                                                                                       \
	CALL(NumResultCols, (SQLHSTMT, SQLSMALLINT *))                                                                 \
	CALL(DescribeColW, (SQLHSTMT, SQLUSMALLINT, SQLWCHAR *, SQLSMALLINT, SQLSMALLINT *, SQLSMALLINT *, SQLULEN *,  \
	                    SQLSMALLINT *, SQLSMALLINT *))                                                             \
	CALL(ColAttributeW, (SQLHSTMT, SQLUSMALLINT, SQLUSMALLINT, SQLPOINTER, SQLSMALLINT, SQLSMALLINT *, SQLLEN *))  \
	CALL(Fetch, (SQLHSTMT))                                                                                        \
	CALL(GetData, (SQLHSTMT, SQLUSMALLINT, SQLSMALLINT, SQLPOINTER, SQLLEN, SQLLEN *))                             \
	CALL(GetDiagRecW,                                                                                              \
	     (SQLSMALLINT, SQLHANDLE, SQLSMALLINT, SQLWCHAR *, SQLINTEGER *, SQLWCHAR *, SQLSMALLINT, SQLSMALLINT *))

struct odbc_calls {
#define MEMBER(name, arguments) SQLRETURN(*name) arguments;
	ODBC_CALLS(MEMBER)
#undef MEMBER
};

/* False if unixODBC is not installed. */
bool odbc_calls_load(struct odbc_calls *calls);

#endif
