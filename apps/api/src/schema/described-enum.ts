import { registerEnumType } from '@nestjs/graphql';

/** An enum of the schema, each value with its description; what resolvers give and get are the object's values. */
export function describedEnum<T extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  values: T,
  descriptions: Readonly<Record<keyof T & string, string>>,
): T {
  const valuesMap = Object.fromEntries(
    Object.entries(descriptions).map(([key, text]) => [key, { description: text }]),
  );
  registerEnumType(values, { name, description, valuesMap: valuesMap as never });
  return values;
}

/** An enum whose names are its values. */
export function codeEnum<C extends string>(
  name: string,
  description: string,
  codes: Readonly<Record<C, string>>,
): { readonly [K in C]: K } {
  const values = Object.fromEntries(Object.keys(codes).map((code) => [code, code]));
  return describedEnum(name, description, values, codes) as { readonly [K in C]: K };
}
