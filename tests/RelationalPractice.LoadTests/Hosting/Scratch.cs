namespace RelationalPractice.LoadTests.Hosting;

/// <summary>The folder of one run: published program, database, log. Gone at the end unless kept.</summary>
internal sealed class Scratch(bool keep) : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("practice-load-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose()
    {
        if (keep) Console.WriteLine($"Kept: {Folder}");
        else Directory.Delete(Folder, recursive: true);
    }
}
