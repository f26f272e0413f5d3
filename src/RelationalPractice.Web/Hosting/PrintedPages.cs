using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace RelationalPractice.Web.Hosting;

/// <summary>
/// Makes tagged PDFs of pages, where <c>Pdf:ChromiumPath</c> names a Chromium. The browser gets the page as one file whose own policy runs no script and
/// reaches no network; one page is made at a time, and nothing of it stays behind.
/// </summary>
public sealed partial class PrintedPages(IConfiguration configuration, IWebHostEnvironment environment, ILogger<PrintedPages> log) : IDisposable
{
    public const string Setting = "Pdf:ChromiumPath";

    private const string StyleSheet = "assets/print.css";

    private const string Policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly SemaphoreSlim _turn = new(1);

    public bool IsConfigured => configuration[Setting] is { Length: > 0 };

    /// <exception cref="UnsafeConfigurationException">There is no program there.</exception>
    public static void CheckSetting(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } path && !File.Exists(path))
        {
            throw new UnsafeConfigurationException($"{Setting} is '{path}': there is no such program. Name an installed Chromium, or leave it out and print from the browser.");
        }
    }

    /// <param name="html">A page of _PrintLayout.</param>
    /// <param name="logo">Stands in the page by its address.</param>
    /// <returns>Null when none could be made in time; the log says why, without a word of the page.</returns>
    public async Task<byte[]?> PdfAsync(string html, LogoView? logo, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await _turn.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogFailure("others were printed all the time");
            return null;
        }

        // The system lets nobody else into a folder made like this.
        var folder = Directory.CreateTempSubdirectory("practice-print-");
        try
        {
            return await PrintAsync(Alone(html, logo), folder.FullName, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogFailure("it took too long");
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or System.ComponentModel.Win32Exception)
        {
            LogFailure(trouble.GetType().Name);
            return null;
        }
        finally
        {
            Remove(folder);
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<byte[]?> PrintAsync(string page, string folder, CancellationToken cancellation)
    {
        var (source, target) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
        await File.WriteAllTextAsync(source, page, Encoding.UTF8, cancellation);
        using var chromium = Process.Start(Command(folder, source, target)) ?? throw new IOException("It did not start.");
        try
        {
            await Task.WhenAll(
                chromium.WaitForExitAsync(cancellation),
                chromium.StandardOutput.ReadToEndAsync(cancellation),
                chromium.StandardError.ReadToEndAsync(cancellation));
        }
        finally
        {
            if (!chromium.HasExited)
            {
                chromium.Kill(entireProcessTree: true);
                await chromium.WaitForExitAsync(CancellationToken.None);
            }
        }

        if (chromium.ExitCode == 0 && File.Exists(target))
        {
            return await File.ReadAllBytesAsync(target, cancellation);
        }

        LogFailure($"it ended with {chromium.ExitCode}");
        return null;
    }

    private ProcessStartInfo Command(string folder, string source, string target)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", "--generate-pdf-document-outline", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--disable-crash-reporter",
            // Whatever it may want of the network, it finds no name and no way out.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={target}",
            // Chromium's own sandbox refuses to run as root.
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
            new Uri(source).AbsoluteUri,
        ];
        var command = new ProcessStartInfo(configuration[Setting]!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        command.Environment["HOME"] = folder;
        command.Environment["TMPDIR"] = folder;
        return command;
    }

    /// <summary>The page with its styles and pictures in itself.</summary>
    private string Alone(string html, LogoView? logo)
    {
        var linked = Linked().Replace(html, "").Replace("<head>", $"<head>{Policy}<style>{Styles()}</style>", StringComparison.Ordinal);
        return logo is null
            ? linked
            : linked.Replace($"\"{Pages.FamilyLinks.Logo(logo.Version)}\"", $"\"data:{logo.ContentType};base64,{Convert.ToBase64String(logo.Content)}\"", StringComparison.Ordinal);
    }

    private string Styles()
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(StyleSheet).CreateReadStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            LogLeftOver(trouble.GetType().Name);
        }
    }

    [GeneratedRegex("<link [^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Linked();

    [LoggerMessage(Level = LogLevel.Error, Message = "No PDF was made: {Why}.")]
    private partial void LogFailure(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of a printed page could not be removed: {Why}.")]
    private partial void LogLeftOver(string why);
}
