using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RelationalPractice.Data;

/// <summary>
/// A table as the model describes it, so that bulk writing can never disagree with the migrations or with what EF reads
/// back: names, order and conversions are the model's own.
/// </summary>
public sealed class BulkTable
{
    private BulkTable(string name, IReadOnlyList<BulkColumn> columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public static BulkTable Of<TEntity>(PracticeDbContext db)
    {
        var root = db.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not in the model.");
        var columns = root.GetDerivedTypesInclusive()
            .SelectMany(type => type.GetDeclaredProperties())
            .Select(property => new BulkColumn(property.GetColumnName(), ValueOf(property, root)));
        return new BulkTable(root.GetTableName()!, [.. columns]);
    }

    private static Func<object, object?> ValueOf(IProperty property, IEntityType root)
    {
        if (property == root.FindDiscriminatorProperty())
        {
            var tiers = root.GetDerivedTypesInclusive().ToDictionary(type => type.ClrType, type => type.GetDiscriminatorValue());
            return entity => tiers[entity.GetType()];
        }

        var owner = property.DeclaringType.ClrType;
        var getter = property.GetGetter();
        var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        return convert is null
            ? entity => owner.IsInstanceOfType(entity) ? getter.GetClrValue(entity) : null
            : entity => owner.IsInstanceOfType(entity) && getter.GetClrValue(entity) is { } value ? convert(value) : null;
    }
}

public sealed record BulkColumn(string Name, Func<object, object?> ValueOf);
