/** React loads its slower development build unless this is set before. */
process.env.NODE_ENV ??= 'production'
